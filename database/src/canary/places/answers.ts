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
