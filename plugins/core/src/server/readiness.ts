/** Whether the platform may be used: the demo stands, or the first administrators are in place. */
export interface Readiness {
  readonly ready: boolean;
  markReady(): void;
}

export function createReadiness(): Readiness {
  let ready = false;
  return {
    get ready() {
      return ready;
    },
    markReady() {
      ready = true;
    },
  };
}
