import { fault, type Of } from '../../fields';
import type { Evaluation, Fault } from '../../kind';
import { describedKind } from '../described-kind';
import { oneEnterpriseSign, openScenario, signsIn } from './judge-task';
import { scenarioField, signNames, taskQuestion, type ScenarioContent } from './scenario-fields';

function faults({ forms, scenarios, signs }: ScenarioContent): Fault[] {
  const none = fault('forms', 'no-form', '请选择允许的用工形式', 'Pick the forms that are settled here');
  const empty = signs.flatMap(({ words }, index) =>
    words.flatMap((phrase, place) => {
      if (phrase.replace(/[\s…]/gu, '') !== '' || phrase === '') return [];
      const [zh, en] = ['字句里没有字', 'There is no word in it'];
      return [fault(`signs.${index}.words.${place}`, 'no-words', zh, en)];
    }),
  );
  const closed = scenarios.length > 0 && !scenarios.some(({ open }) => open);
  const [zh, en] = ['没有可发布新任务的场景', 'No scenario is open for new tasks'];
  return [
    ...(forms.length === 0 ? [none] : []),
    ...empty,
    ...(closed ? [fault('scenarios', 'all-closed', zh, en)] : []),
  ];
}

function hints({ signs }: ScenarioContent): Fault[] {
  const sought = new Set(signs.map(({ sign }) => sign));
  const needed = ['fixed-hours', 'attendance'] as const;
  return needed
    .filter((sign) => !sought.has(sign))
    .map((sign) => {
      const [zh, en] = [`没有查找“${signNames[sign].zh}”的字句`, `No words are sought that show ${signNames[sign].en}`];
      return fault('signs', 'sign-not-sought', zh, en);
    });
}

function evaluate(catalogue: ScenarioContent, task: Of<typeof taskQuestion>): Evaluation {
  const known = openScenario(catalogue, task.scenario) !== undefined;
  const permitted = catalogue.forms.includes(task.form);
  const own = task.oneEnterprise ? [oneEnterpriseSign(catalogue, task.scenario)] : [];
  const signs = [...signsIn(catalogue, task.scenario, task.words), ...own];
  const refused = !known || !permitted || signs.some(({ verdict }) => verdict === 'refuse');
  const reviewed = signs.some(({ verdict }) => verdict === 'review');
  const verdict = refused ? 'refuse' : reviewed ? 'review' : 'allow';
  const trace = [
    ...(known ? [] : [{ zh: '业务场景不在允许目录内', en: 'The scenario is not in the permitted catalogue' }]),
    ...(permitted ? [] : [{ zh: '用工形式不在允许范围内', en: 'The form of employment is not settled here' }]),
    ...signs.map(({ text, words }) => ({
      zh: words === null ? text.zh : `${text.zh}：“${words}”`,
      en: words === null ? text.en : `${text.en}: "${words}"`,
    })),
  ];
  const told = signs.map(({ id, sign, words, verdict: follows }) => ({ id, sign, words, verdict: follows }));
  return { outcome: { verdict, known, permitted, signs: told }, trace };
}

/** The catalogue of permitted business scenarios (业务场景目录, R1.8) and what shows that a task is an employment. */
export const scenario = describedKind({
  kind: 'scenario',
  name: { zh: '业务场景目录', en: 'Scenarios' },
  content: scenarioField,
  input: () => taskQuestion,
  faults,
  hints,
  evaluate,
});
