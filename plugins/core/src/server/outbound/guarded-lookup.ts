import { lookup as resolveName, type LookupAddress } from 'node:dns';
import type { LookupFunction } from 'node:net';
import type { AddressGuard } from './address-guard';
import { OutboundRefused } from './outbound-refused';

type Resolve = (
  host: string,
  done: (error: NodeJS.ErrnoException | null, addresses: readonly LookupAddress[]) => void,
) => void;

const resolveAll: Resolve = (host, done) => resolveName(host, { all: true }, done);

/**
 * Resolves a name for a connection and refuses it where one of its addresses is closed. The addresses that were looked at are those
 * that are connected to: a name that answers differently a moment later (DNS rebinding) gains nothing.
 */
export function guardedLookup(guard: AddressGuard, resolve: Resolve = resolveAll): LookupFunction {
  return (host, options, done) => {
    resolve(host, (error, addresses) => {
      if (error !== null) return done(error, []);
      const isOpen = guard.isNamed(host.toLowerCase()) || addresses.every(({ address }) => guard.isOpen(address));
      const [first] = addresses;
      if (first === undefined || !isOpen) return done(new OutboundRefused('address-closed'), []);
      return options.all ? done(null, [...addresses]) : done(null, first.address, first.family);
    });
  };
}
