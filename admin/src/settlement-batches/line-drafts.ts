import type { Typed } from './line-request';

/** What is being typed into lines and not saved yet: it outlives their drawing, as where a window gets as narrow as a phone. */
export class LineDrafts {
  private readonly typed = new Map<number, Typed>();

  /** Undefined where the line is not being corrected. */
  of(lineId: number): Typed | undefined {
    return this.typed.get(lineId);
  }

  keep(lineId: number, typed: Typed): void {
    this.typed.set(lineId, typed);
  }

  /** Saved, or given up. */
  drop(lineId: number): void {
    this.typed.delete(lineId);
  }
}
