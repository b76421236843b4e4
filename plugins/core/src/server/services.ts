import type { Core } from '@strapi/strapi';
import { settingsFromEnvironment } from '@linggong/config';
import { createControlChecks, type ControlChecks } from './control-checks';
import { createClock, type ProductClock } from './clock';
import { fileTime } from './clock-file';
import { createDatabase, type Database } from './database';
import { createOperatingFigures, type OperatingFigures } from './operating-figures';
import { createReadiness, type Readiness } from './readiness';

/** The services of this plugin as Strapi keeps them: one each for the life of the process. */
export const services = {
  database: (): Database => {
    const { url, poolSize } = settingsFromEnvironment(process.env).database;
    return createDatabase({ connectionString: url, max: poolSize, application_name: 'linggong', enrol: process.env });
  },
  clock: (): ProductClock => {
    const { testClockFile } = settingsFromEnvironment(process.env);
    return createClock(testClockFile === undefined ? Date.now : fileTime(testClockFile));
  },
  readiness: (): Readiness => createReadiness(),
  controlChecks: (): ControlChecks => createControlChecks(),
  operatingFigures: (): OperatingFigures => createOperatingFigures(),
};

/** Our own pool of the running process. */
export function databaseOf(strapi: Core.Strapi): Database {
  return strapi.plugin('core').service('database');
}

/** The product's clock of the running process. */
export function clockOf(strapi: Core.Strapi): ProductClock {
  return strapi.plugin('core').service('clock');
}

/** Readiness of the running process, answered at `/_ready`. */
export function readinessOf(strapi: Core.Strapi): Readiness {
  return strapi.plugin('core').service('readiness');
}

/** Where plugins register the live checks of controls (等保控制点), in `bootstrap`. */
export function controlChecksOf(strapi: Core.Strapi): ControlChecks {
  return strapi.plugin('core').service('controlChecks');
}

/** Where plugins tell in `bootstrap` by which figures it is seen how they run (运行指标, R8.2). */
export function operatingFiguresOf(strapi: Core.Strapi): OperatingFigures {
  return strapi.plugin('core').service('operatingFigures');
}
