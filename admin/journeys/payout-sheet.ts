import type { SettlementLine } from '@linggong/settlement/api';
import { mask } from '@linggong/vault/domain';
import { companies } from '../../database/src/demo/synthetic/companies';
import { people, type Person } from '../../database/src/demo/synthetic/people';
import { createRandom } from '../../database/src/demo/synthetic/random';
import { troubledPeople } from '../../database/src/demo/troubled-people';
import { allOf, reader, type Read } from './api';
import type { Platform } from './start-platform';

/** A sheet that the demo's first enterprise could send today. */
export interface PayoutSheet {
  /** CSV in UTF-8 as a spreadsheet program saves it. */
  readonly csv: string;
  readonly rowCount: number;
  /** Rows that can be paid as they are, and what they come to. */
  readonly payable: { readonly count: number; readonly grossFen: bigint };
  /** The row that the bank will refuse; it is among the payable ones. */
  readonly refusedFen: bigint;
  /** Rows of people who were never sent a contract. */
  readonly withoutContract: number;
  /** The row whose amount is no amount, and what should stand there. */
  readonly misspelt: { readonly fen: bigint };
}

/** Yuan that make the sandbox bank refuse a payment, whatever the card (plugins/channels, sandbox rules). */
const refusedFen = 444_444;
/** The sandbox bank refuses by the net amount, so the refused one must bear no tax. */
const bearsNoTax = (line: SettlementLine): boolean => line.amountFen === line.netFen;
/** Enough people for the hold to be above 100,000 yuan, where a second person has to release. */
const payableCount = 60;
const withoutContractCount = 3;

/**
 * Writes a sheet for people whose lines in the demo's waiting batch are ready: nobody has confirmed that batch, so their
 * accepted work may be paid by another sheet.
 * @throws Error where the demo's people are not those that its registers show
 */
export async function payoutSheet(platform: Platform): Promise<PayoutSheet> {
  const read = await reader(platform, 'operator');
  const lines = await readyLines(read);
  const persons = await personsById(read);
  const withTask = lines.flatMap((line) => {
    const person = persons.get(line.workerId ?? 0);
    return person === undefined || line.amountFen === null ? [] : [{ line, person, fen: line.amountFen }];
  });
  const refused = withTask.find(({ line, fen }) => fen > refusedFen && bearsNoTax(line));
  // Those who bear tax first: their traces are worth reading.
  const others = withTask
    .filter((one) => one !== refused)
    .sort((a, b) => Number(bearsNoTax(a.line)) - Number(bearsNoTax(b.line)));
  const [misspelt, ...rest] = others.slice(0, payableCount + 1);
  if (refused === undefined || misspelt === undefined || rest.length < payableCount) {
    throw new Error(`only ${withTask.length.toString()} lines of the waiting batch can be paid by a sheet of ours`);
  }
  const task = misspelt.line.taskNumber ?? '';
  const strangers = troubledPeople('2026-11-22').withoutContract.slice(0, withoutContractCount);
  const paid = [...rest, { ...refused, fen: refusedFen }];
  const rows = [
    ...paid.map(({ person, fen }) => row(person, task, yuan(fen))),
    row(misspelt.person, task, `${yuan(misspelt.fen)}元`),
    ...strangers.map((person) => row(person, task, '1000.00')),
  ];
  return {
    csv: `\uFEFF${[header, ...rows].map((cells) => cells.join(',')).join('\r\n')}\r\n`,
    rowCount: rows.length,
    payable: { count: paid.length, grossFen: paid.reduce((sum, { fen }) => sum + BigInt(fen), 0n) },
    refusedFen: BigInt(refusedFen),
    withoutContract: strangers.length,
    misspelt: { fen: BigInt(misspelt.fen) },
  };
}

/** Among so many lines some bear tax and one is large enough to be refused. */
const enoughLines = 200;

interface LinePage {
  items: SettlementLine[];
  nextCursor?: string | null;
}

const header = ['姓名', '证件号码', '手机号', '银行卡号', '任务编号', '应发金额', '备注'];

function row(person: Person, task: string, amount: string): string[] {
  return [person.name, person.identityNumber, person.phone, person.cardNumber, task, amount, '补发'];
}

function yuan(fen: number): string {
  return `${Math.floor(fen / 100).toString()}.${(fen % 100).toString().padStart(2, '0')}`;
}

async function readyLines(read: Read): Promise<SettlementLine[]> {
  const [batch] = await allOf<{ id: number }>(read, 'settlement-batches', { state: 'quoted' });
  if (batch === undefined) throw new Error('the demo has no batch that waits for its confirmation');
  const path = `/api/v1/settlement-batches/${batch.id.toString()}/lines?state=ready`;
  const lines: SettlementLine[] = [];
  for (let cursor: string | null | undefined = ''; cursor != null && lines.length < enoughLines;) {
    const page: LinePage = await read<LinePage>(cursor === '' ? path : `${path}&cursor=${encodeURIComponent(cursor)}`);
    lines.push(...page.items);
    cursor = page.nextCursor;
  }
  return lines;
}

/**
 * The demo draws its people from a fixed seed, after a legal representative and a contact of each company; the register shows
 * of them a phone that is theirs alone even when it is masked.
 */
async function personsById(read: Read): Promise<ReadonlyMap<number, Person>> {
  const random = createRandom(20_261_122);
  companies.forEach(() => [random.integer(0, 3), random.integer(0, 3)]);
  const count = companies.reduce((sum, { workerCount }) => sum + workerCount, 0);
  const byPhone = new Map(people(random, count).map((person) => [mask('phone', person.phone), person]));
  const listed = await allOf<{ id: number; phone: string; identity: string }>(read, 'workers');
  const found = new Map<number, Person>();
  for (const { id, phone, identity } of listed) {
    const person = byPhone.get(phone);
    if (person !== undefined && mask('identity-number', person.identityNumber) === identity) found.set(id, person);
  }
  return found;
}
