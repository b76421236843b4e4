/** Asks who sits there for a code of his second factor; gives whether he gave a right one. */
type Asking = () => Promise<boolean>;

let asking: Asking | undefined;
let open: Promise<boolean> | undefined;

/** Says who asks for codes; gives what takes him away again. */
export function onStepUp(ask: Asking): () => void {
  asking = ask;
  return () => {
    if (asking === ask) asking = undefined;
  };
}

/**
 * Has a code asked for (再次验证), once for all calls that wait for it at the time.
 * @returns whether the session has passed its second factor just now; false where nobody is there to ask, or he went away from it
 */
export async function stepUp(): Promise<boolean> {
  if (asking === undefined) return false;
  open ??= asking().finally(() => {
    open = undefined;
  });
  return open;
}
