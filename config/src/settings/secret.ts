import { inspect } from 'node:util';

/** A credential (密钥) that no log, no JSON and no error shows; only {@link reveal} gives it, where a request is signed. */
export class Secret {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  reveal(): string {
    return this.#value;
  }

  toString(): string {
    return '***';
  }

  toJSON(): string {
    return '***';
  }

  [inspect.custom](): string {
    return '***';
  }
}
