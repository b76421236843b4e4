import type { BatchRun } from './batch-run';
import { stageNames, type Victim } from './fault';
import type { Proof } from './proofs';

/** What one kind of fault came to. */
export interface Outcome {
  readonly name: string;
  readonly runs: readonly BatchRun[];
  readonly proofs: readonly Proof[];
  readonly seconds: number;
}

/** Markdown: strikes stage by stage, what people saw meanwhile, and what is proved at the end. */
export function outcomeText({ name, runs, proofs, seconds }: Outcome): string {
  const strikes = runs.flatMap((run) => run.strikes);
  const victims = [...new Set(strikes.map(({ victim }) => victim))];
  const rows = stageNames.flatMap((stage) =>
    victims.flatMap((victim) => {
      const found = strikes.filter((strike) => strike.stage === stage && strike.victim === victim);
      return found.length === 0 ? [] : [rowOf(stage, victim, found)];
    }),
  );
  return [
    `\n${name}: ${strikes.length} strikes on ${runs.length} batches in ${seconds.toFixed(0)} s`,
    '| stage | struck | strikes | in the stage | recovered | seconds, median | longest |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...rows,
    `slowest batch, seconds a stage: ${spansText(runs)}`,
    `people were answered meanwhile: ${troublesText(runs)}`,
    ...proofs.map(({ sentence, holds, figures }) => `${holds ? '✓' : '✗'} ${sentence} ${json(figures)}`),
  ].join('\n');
}

function rowOf(stage: string, victim: Victim, found: BatchRun['strikes']): string {
  const seconds = found.map(({ recoverySeconds }) => recoverySeconds).sort((one, other) => one - other);
  const inStage = found.filter((strike) => strike.inStage).length;
  const median = seconds[Math.floor(seconds.length / 2)] ?? 0;
  // A strike is only noted once what was struck works again.
  return `| ${stage} | ${victim} | ${found.length} | ${inStage} | ${found.length} | ${median.toFixed(1)} | ${(seconds.at(-1) ?? 0).toFixed(1)} |`;
}

function spansText(runs: readonly BatchRun[]): string {
  const longest = stageNames.map((stage) => Math.max(...runs.map(({ spans }) => spans[stage])));
  return stageNames.map((stage, index) => `${stage} ${((longest[index] ?? 0) / 1_000).toFixed(1)}`).join(', ');
}

function troublesText(runs: readonly BatchRun[]): string {
  const sums = new Map<string, number>();
  for (const { troubles } of runs) {
    for (const [code, count] of troubles) sums.set(code, (sums.get(code) ?? 0) + count);
  }
  return [...sums].map(([code, count]) => `${code} × ${count}`).join(', ') || 'nothing but refused connections';
}

const json = (figures: object): string =>
  JSON.stringify(figures, (_key, value: unknown) => (typeof value === 'bigint' ? Number(value) : value));
