import type { Template } from '../template';
import { enterpriseCooperation } from './enterprise-cooperation';
import { taxAgency } from './tax-agency';
import { workerService } from './worker-service';

/** The texts that the platform begins with: version 1 of each kind. From then on they are the operators', in the Studio. */
export const firstTemplates: readonly Template[] = [enterpriseCooperation, workerService, taxAgency];
