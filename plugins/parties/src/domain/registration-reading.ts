import type { Day } from '@linggong/core/domain';
import type { IdentifierRules, PartyIdentifierKind, ValidIdentifier } from './identifier-rules';
import { isMasked } from './person-name';
import {
  fault,
  type RegistrationFault,
  type RegistrationFaultCode,
  type RegistrationField,
} from './registration-faults';

/** One pass over a registration: collects every fault, so that a form or a sheet is corrected in one go. */
export class RegistrationReading {
  readonly faults: RegistrationFault[] = [];

  constructor(
    private readonly rules: IdentifierRules,
    private readonly today: Day,
  ) {}

  refuse(field: RegistrationField, code: RegistrationFaultCode): void {
    this.faults.push(fault(field, code));
  }

  /** The verdict of an identifier that is valid; undefined after noting why it is not. */
  identifier(field: RegistrationField, kind: PartyIdentifierKind, value: string): ValidIdentifier | undefined {
    if (isMasked(value)) {
      this.refuse(field, 'value-masked');
      return undefined;
    }
    const verdict = this.rules.check(kind, value, this.today);
    if (verdict.valid) return verdict;
    this.faults.push({ field, code: verdict.code, text: verdict.text });
    return undefined;
  }
}

/** Trimmed text, or undefined where nothing was typed. */
export function given(text: string | undefined): string | undefined {
  const trimmed = text?.trim();
  return trimmed === undefined || trimmed === '' ? undefined : trimmed;
}
