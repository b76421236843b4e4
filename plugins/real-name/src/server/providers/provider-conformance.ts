import { outcomeKinds, questionKinds, type OutcomeKind } from '../../domain';
import {
  answersKind,
  askProvider,
  type BankCardRequest,
  type CompanyRequest,
  type IdentityProvider,
  type IdentityRequest,
  type ProviderCall,
  type ProviderRequest,
  type VerificationOutcome,
} from './identity-provider';

/** Requests for which the adapter under test must give a known answer, at the vendor's test system or a replayed one. */
export interface ConformanceSamples {
  readonly identity: readonly { readonly request: IdentityRequest; readonly kind: OutcomeKind }[];
  readonly bankCard: readonly { readonly request: BankCardRequest; readonly kind: OutcomeKind }[];
  readonly company: readonly { readonly request: CompanyRequest; readonly kind: OutcomeKind }[];
}

interface Sample {
  readonly name: string;
  readonly request: ProviderRequest;
  readonly kind: OutcomeKind;
}

const known: ReadonlySet<string> = new Set(outcomeKinds);
const ABORT_GRACE_MS = 250;

function samplesOf({ identity, bankCard, company }: ConformanceSamples): Sample[] {
  return [
    ...identity.map(({ request, kind }, i): Sample => ({
      name: `identity ${i}`,
      request: { kind: 'person', ...request },
      kind,
    })),
    ...bankCard.map(({ request, kind }, i): Sample => ({
      name: `bank card ${i}`,
      request: { kind: 'card', ...request },
      kind,
    })),
    ...company.map(({ request, kind }, i): Sample => ({
      name: `company ${i}`,
      request: { kind: 'company', ...request },
      kind,
    })),
  ];
}

function callOf(reference: string, signal = new AbortController().signal, attempt = 1): ProviderCall {
  return { reference, attempt, signal };
}

/** What is wrong with one answer, whatever was asked. */
function answerFaults(provider: IdentityProvider, { name, request }: Sample, outcome: VerificationOutcome): string[] {
  const faults: string[] = [];
  const { kind, providerCode, requestId, costFen } = outcome;
  if (!known.has(kind)) faults.push(`${name}: unknown outcome`);
  if (!/^[\x21-\x7e]{1,64}$/.test(providerCode)) faults.push(`${name}: the provider code is not 1-64 plain characters`);
  if (!/^[\x21-\x7e]{1,128}$/.test(requestId)) faults.push(`${name}: the request id is not 1-128 plain characters`);
  if (costFen < 0n) faults.push(`${name}: a negative cost`);
  if (kind === 'retryable-error' && costFen !== 0n) faults.push(`${name}: an answer not given is charged`);
  if (costFen > provider.pricesFen[request.kind]) faults.push(`${name}: an answer costs more than the price`);
  const text = `${providerCode} ${requestId}`;
  for (const [field, value] of Object.entries(request)) {
    if (field !== 'kind' && typeof value === 'string' && value.length > 1 && text.includes(value)) {
      faults.push(`${name}: the answer carries personal data of the request`);
    }
  }
  return faults;
}

async function sampleFaults(provider: IdentityProvider, sample: Sample): Promise<string[]> {
  const first = await askProvider(provider, sample.request, callOf(`${sample.name.replaceAll(' ', '-')}-a`));
  const faults = answerFaults(provider, sample, first);
  if (first.kind !== sample.kind) faults.push(`${sample.name}: ${first.kind} instead of ${sample.kind}`);
  const again = await askProvider(provider, sample.request, callOf(`${sample.name.replaceAll(' ', '-')}-b`));
  if (again.kind !== first.kind) faults.push(`${sample.name}: the same question had two answers`);
  if (again.requestId === first.requestId) faults.push(`${sample.name}: two calls share a request id`);
  return faults;
}

/** An aborted call must end at once: rejected, or told as an error that may be tried again. */
async function abortFaults(provider: IdentityProvider, sample: Sample): Promise<string[]> {
  const abort = new AbortController();
  abort.abort();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), ABORT_GRACE_MS);
  });
  const asked = askProvider(provider, sample.request, callOf('aborted', abort.signal)).then(
    ({ kind }) => kind,
    () => 'rejected' as const,
  );
  const ended = await Promise.race([asked, late]);
  clearTimeout(timer);
  const isWell = ended === 'rejected' || ended === 'retryable-error';
  return isWell ? [] : [`${sample.name}: an aborted call ended as ${ended}`];
}

/**
 * What every adapter of the port must keep, whatever the vendor. Run it in the test of each adapter:
 * `expect(await providerFaults(createX, samples)).toEqual([])`.
 * @returns one sentence for each thing that is wrong; never quotes a request
 */
export async function providerFaults(
  create: () => IdentityProvider | Promise<IdentityProvider>,
  samples: ConformanceSamples,
): Promise<string[]> {
  const provider = await create();
  const faults: string[] = [];
  if (!/^[a-z][a-z0-9-]{1,40}$/.test(provider.name)) faults.push('the name is not kebab-case');
  if (!Number.isInteger(provider.concurrency) || provider.concurrency < 1) faults.push('the concurrency is no count');
  const all = samplesOf(samples);
  for (const kind of questionKinds) {
    const isSampled = all.some(({ request }) => request.kind === kind);
    if (isSampled !== answersKind(provider, kind))
      faults.push(`${kind}: asked about without an answer, or answered unasked`);
  }
  for (const sample of all) {
    faults.push(...(await sampleFaults(provider, sample)));
    faults.push(...(await abortFaults(provider, sample)));
  }
  return faults;
}
