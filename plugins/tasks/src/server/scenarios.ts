import type { Queryable } from '@linggong/core';
import type { Text2 } from '@linggong/core/domain';
import { heldContent, type HeldContent } from '@linggong/studio';
import type { ScenarioContent } from '@linggong/studio/domain';
import type { ScenariosAnswer } from '../api';
import { taskScenarios } from '../domain/seeds/task-scenarios';

/** The catalogue of permitted scenarios that holds now (业务场景目录, R1.8). */
export function scenariosNow(db: Queryable): Promise<HeldContent<ScenarioContent>> {
  return heldContent<ScenarioContent>(db, taskScenarios);
}

/** What a kind of work is called, those that are closed for new tasks among them: old contracts and tasks name them. */
export async function scenarioTitles(db: Queryable): Promise<(code: string) => Text2 | undefined> {
  const { content } = await scenariosNow(db);
  return (code) => content.scenarios.find(({ id }) => id === code)?.title;
}

/** The catalogue as it is told to whoever offers or seeks work. */
export async function scenariosTold(db: Queryable): Promise<ScenariosAnswer> {
  const { versionNo, content } = await scenariosNow(db);
  const items = content.scenarios.map(({ id, title, scope, requires, open }) => ({
    ...{ code: id, title, scope, requires, open },
  }));
  return { versionNo, items };
}
