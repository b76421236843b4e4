import type { Day, Text2 } from '@linggong/core/domain';
import { everyScenario, type TemplateValues } from '../../domain';
import type { ESignTools, ScenarioTitle } from '../tools';

/** What the platform writes into a contract beside the worker's own name and number. Never personal data. */
interface ContractTerms {
  readonly number: string;
  readonly validFrom: Day;
  readonly validTo: Day | null;
  /** Kinds of work of a service agreement. */
  readonly scenarios?: readonly string[];
  /** What the kinds of work are called. */
  readonly titleOf?: ScenarioTitle;
  /** null: every enterprise of the platform. Absent: the text does not name one. */
  readonly enterprise?: { name: string; uscc: string } | null;
  /** True where the enterprise is itself the party that signs. */
  readonly enterpriseSigns?: boolean;
}

const everyEnterprise: Text2 = {
  zh: '平台上的全部任务发布企业',
  en: 'every enterprise that publishes tasks on the platform',
};
const everyWork: Text2 = { zh: '平台公布的全部工作类别', en: 'every kind of work published on the platform' };
const withoutEnd: Text2 = { zh: '长期', en: 'without end' };
const same = (text: string): Text2 => ({ zh: text, en: text });

export function factsOf({ platformName }: Pick<ESignTools, 'platformName'>, terms: ContractTerms): TemplateValues {
  const { number, validFrom, validTo, scenarios, titleOf, enterprise, enterpriseSigns } = terms;
  return {
    contractNumber: same(number),
    platformName,
    validFrom: same(validFrom),
    validTo: validTo === null ? withoutEnd : same(validTo),
    ...(scenarios && { scenarios: scenariosText(scenarios, titleOf) }),
    ...(enterprise !== undefined &&
      !enterpriseSigns && { enterprise: enterprise ? same(enterprise.name) : everyEnterprise }),
    ...(enterprise &&
      enterpriseSigns && { enterpriseName: same(enterprise.name), enterpriseUscc: same(enterprise.uscc) }),
  };
}

/** A code that the catalogue does not know stands for itself. */
function scenariosText(codes: readonly string[], titleOf: ScenarioTitle = () => undefined): Text2 {
  if (codes.includes(everyScenario)) return everyWork;
  const titles = codes.map((code) => titleOf(code) ?? same(code));
  return { zh: titles.map(({ zh }) => zh).join('、'), en: titles.map(({ en }) => en).join(', ') };
}
