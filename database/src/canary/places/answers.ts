import type { Finding, Hunter } from '../hunter';

/** A question to the running platform, and who asks it. */
export interface Question {
  readonly role: string;
  readonly token: string;
  /** With their queries; those after the first are asked where the role may ask the first. */
  readonly paths: readonly string[];
  /** What the findings call it: the route, not the row. */
  readonly route: string;
}

/** An answer that somebody was given while he worked. */
export interface Answered {
  readonly role: string;
  readonly method: string;
  /** With its query. */
  readonly path: string;
  /** Head and body. */
  readonly piece: Buffer;
}

/** What findings call an answer: who was given it, and the route, never the row or what was typed into the address. */
export function placeOf({ role, method, path }: Pick<Answered, 'role' | 'method' | 'path'>): string {
  const [address = ''] = path.split('?');
  const route = address.replace(/(?<=\/)[^/]+/g, (word) => (/^[a-z][a-z-]*$|^v1$/.test(word) ? word : ':id'));
  return method === 'GET' ? `${role} ${route}` : `${role} ${method} ${route}`;
}

/** Collects what is found in answers as they come. */
export function answerListener(hunter: Hunter): {
  hear(answered: Answered): void;
  readonly findings: () => Finding[];
  readonly answers: () => number;
} {
  const findings = new Map<string, Finding>();
  let answers = 0;
  return {
    hear(answered) {
      answers += 1;
      const place = placeOf(answered);
      for (const found of hunter.inPiece(answered.piece)) {
        findings.set(`${place} ${found.canary} ${found.spelling}`, { ...found, place });
      }
    },
    findings: () => [...findings.values()],
    answers: () => answers,
  };
}

export interface AnswerHunt {
  readonly findings: Finding[];
  readonly answers: number;
  readonly bytes: number;
  /** How many answers of each status there were. */
  readonly statuses: Readonly<Record<string, number>>;
}

const atOnce = 8;

/** Heads and bodies of the answers to all of them. */
export async function huntAnswers(
  address: string,
  questions: readonly Question[],
  hunter: Hunter,
): Promise<AnswerHunt> {
  const findings = new Map<string, Finding>();
  const statuses: Record<string, number> = {};
  let bytes = 0;
  const waiting = [...questions];
  const work = async (): Promise<void> => {
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const place = `${next.role} ${next.route}`;
      for (const path of next.paths) {
        const { status, piece } = await ask(address, path, next.token);
        statuses[status] = (statuses[status] ?? 0) + 1;
        bytes += piece.length;
        for (const found of hunter.inPiece(piece)) {
          findings.set(`${place} ${found.canary} ${found.spelling}`, { ...found, place });
        }
        if (status === 403) break;
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  const answers = Object.values(statuses).reduce((sum, count) => sum + count, 0);
  return { findings: [...findings.values()], answers, bytes, statuses };
}

async function ask(address: string, path: string, token: string): Promise<{ status: number; piece: Buffer }> {
  const answer = await fetch(`${address}${path}`, {
    headers: { authorization: `Bearer ${token}` },
    redirect: 'manual',
  });
  const heads = [...answer.headers].map(([name, value]) => `${name}: ${value}`).join('\n');
  return { status: answer.status, piece: Buffer.concat([Buffer.from(heads), Buffer.from(await answer.arrayBuffer())]) };
}
