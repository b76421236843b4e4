/** Why a call out was not made. Never the address: it may name a person's session. */
export type OutboundRefusal = 'scheme-not-allowed' | 'port-not-allowed' | 'address-closed' | 'redirected' | 'encoded';

export class OutboundRefused extends Error {
  constructor(readonly reason: OutboundRefusal) {
    super(`an outbound call was refused: ${reason}`);
    this.name = 'OutboundRefused';
  }
}
