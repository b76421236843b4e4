import type { Question } from '../../database/src/canary/places/answers';
import type { Hand, PlantedRows } from './canary-hand';

interface Operation {
  readonly method: string;
  readonly address: string;
}

interface Matrix {
  readonly rules: readonly { readonly operations: readonly Operation[] }[];
}

/** What the running server serves to be read, from its own router by way of the page of the matrix; nothing is listed here. */
export async function readAddresses(guard: Hand): Promise<string[]> {
  const { rules } = await guard.get<Matrix>('/api/v1/permission-matrix');
  const reads = rules.flatMap(({ operations }) => operations).filter(({ method }) => method === 'GET');
  // A stream stays open for as long as it is looked at; what it sends is parsed by a closed schema of states and counts.
  const ended = reads.map(({ address }) => address).filter((address) => !address.endsWith('/events'));
  return [...new Set(ended)].sort();
}

const absent = { number: '2000000000', uuid: '00000000-0000-4000-8000-0000000000ff' };
const newestRows = 100;

/** Each of them as each role: lists whole and searched, details of planted rows and of the newest rows that the role sees. */
export async function questionsOf(
  hands: ReadonlyMap<string, Hand>,
  tokens: ReadonlyMap<string, string>,
  planted: PlantedRows,
  searched: readonly string[],
): Promise<Question[]> {
  const guard = hands.get('security-admin');
  if (!guard) throw new Error('nobody reads the matrix');
  const addresses = await readAddresses(guard);
  const asked = await Promise.all(
    [...hands].map(async ([role, hand]) => {
      const rows = await rowsSeen(hand, addresses);
      return addresses.map((route) => ({
        role,
        token: tokens.get(role) ?? '',
        paths: pathsOf(route, planted, rows, searched),
        route,
      }));
    }),
  );
  return asked.flat();
}

type Rows = ReadonlyMap<string, readonly string[]>;

/** The newest rows of every list that a role sees. */
async function rowsSeen(hand: Hand, addresses: readonly string[]): Promise<Rows> {
  const lists = addresses.filter((address) => /^\/api\/console\/[^/]+$/.test(address));
  const found = new Map<string, readonly string[]>();
  for (const list of lists) {
    const { status, text } = await hand.raw(`${list}?range=[0,1]`, {});
    // A list answers with rows, each of which has an id.
    const rows = status === 200 ? (JSON.parse(text) as { id: number | string }[]) : [];
    found.set(
      list.split('/')[3] ?? '',
      rows.map(({ id }) => id.toString()),
    );
  }
  return found;
}

function pathsOf(route: string, planted: PlantedRows, rows: Rows, searched: readonly string[]): string[] {
  if (/^\/api\/console\/[^/]+(\/export)?$/.test(route)) {
    const searches = route.endsWith('/export') ? [] : searched;
    return [
      `${route}?range=[0,${(newestRows - 1).toString()}]`,
      ...searches.map((q) => `${route}?filter=${encodeURIComponent(JSON.stringify({ q }))}`),
    ];
  }
  if (!/:/.test(route)) return [route];
  const list = route.split('/')[3] ?? '';
  const ids = [...new Set([planted[list]?.toString(), ...(rows.get(list) ?? [])])].filter((id) => id !== undefined);
  return [...ids, absent.number, absent.uuid].slice(0, 4).map((id) => route.replaceAll(/:\w+/g, id));
}
