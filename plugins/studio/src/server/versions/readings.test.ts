import { decisionTableKind } from '../../domain/kinds/decision-table';
import { payments } from '../../domain/kinds/decision-table/payments.fixture';
import type { AnyKind, Json } from '../../domain';
import { createReadings } from './readings';

const content = JSON.parse(JSON.stringify(payments)) as Json;

/** The kind, and how often it was asked for its hints. */
function counted(): { kind: AnyKind; asked: () => number } {
  let count = 0;
  const hints: AnyKind['hints'] = (table) => {
    count += 1;
    return decisionTableKind.hints(table);
  };
  return { kind: { ...decisionTableKind, hints }, asked: () => count };
}

describe('what a kind says of a stored content (R13.1)', () => {
  it('is what the kind says', () => {
    const { read, findings } = createReadings().of(decisionTableKind, { sha256: 'a', content });
    expect(read).toEqual({ ok: true, content });
    expect(findings()).toEqual({ faults: decisionTableKind.faults(content), hints: decisionTableKind.hints(content) });
  });

  it('is found once for as long as the content stays', () => {
    const { kind, asked } = counted();
    const readings = createReadings();
    for (let time = 0; time < 3; time += 1) readings.of(kind, { sha256: 'a', content }).findings();
    expect(asked()).toBe(1);
    readings.of(kind, { sha256: 'b', content }).findings();
    expect(asked()).toBe(2);
  });

  it('is forgotten for what was not asked for lately, and kept for what was', () => {
    const { kind, asked } = counted();
    const readings = createReadings();
    const ask = (sha256: string): unknown => readings.of(kind, { sha256, content }).findings();
    for (const sha256 of ['a', 'b', 'c', 'd', 'a', 'e']) ask(sha256);
    expect(asked()).toBe(5);
    ask('a');
    expect(asked()).toBe(5);
    ask('b');
    expect(asked()).toBe(6);
  });

  it('is why it cannot be read, where its shape is not that of the kind any more', () => {
    const { read, findings } = createReadings().of(decisionTableKind, { sha256: 'a', content: { rows: [] } });
    expect(read.ok).toBe(false);
    expect(findings().faults.length).toBeGreaterThan(0);
    expect(findings().hints).toEqual([]);
  });
});
