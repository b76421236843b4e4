const listeners = new Set<() => void>();

/** Hears of every change that the server has taken, whichever page sent it. Gives what ends the listening. */
export function onWritten(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

export function tellWritten(): void {
  for (const listener of listeners) listener();
}
