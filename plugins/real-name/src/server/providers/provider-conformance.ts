import type {
  BankCardRequest,
  CompanyRequest,
  IdentityProvider,
  IdentityRequest,
  OutcomeKind,
  ProviderCall,
  VerificationOutcome,
} from './identity-provider';

/** Requests for which the adapter under test must give a known answer, at the vendor's test system or a replayed one. */
export interface ConformanceSamples {
  readonly identity: readonly { readonly request: IdentityRequest; readonly kind: OutcomeKind }[];
  readonly bankCard: readonly { readonly request: BankCardRequest; readonly kind: OutcomeKind }[];
  readonly company: readonly { readonly request: CompanyRequest; readonly kind: OutcomeKind }[];
}

type Ask = (provider: IdentityProvider, call: ProviderCall) => Promise<VerificationOutcome>;

interface Sample {
  readonly name: string;
  readonly request: object;
  readonly kind: OutcomeKind;
  readonly ask: Ask;
}

const outcomeKinds: ReadonlySet<string> = new Set(['match', 'mismatch', 'no-record', 'retryable-error', 'final-error']);
const ABORT_GRACE_MS = 250;

function samplesOf(samples: ConformanceSamples): Sample[] {
  const identity = samples.identity.map(({ request, kind }, i): Sample => ({
    name: `identity ${i}`,
    request,
    kind,
    ask: (provider, call) => provider.verifyIdentity(request, call),
  }));
  const card = samples.bankCard.map(({ request, kind }, i): Sample => ({
    name: `bank card ${i}`,
    request,
    kind,
    ask: (provider, call) => provider.verifyBankCard(request, call),
  }));
  const company = samples.company.map(({ request, kind }, i): Sample => ({
    name: `company ${i}`,
    request,
    kind,
    ask: (provider, call) => provider.verifyCompany(request, call),
  }));
  return [...identity, ...card, ...company];
}

function callOf(reference: string, signal = new AbortController().signal, attempt = 1): ProviderCall {
  return { reference, attempt, signal };
}

/** What is wrong with one answer, whatever was asked. */
function answerFaults({ name, request }: Sample, outcome: VerificationOutcome): string[] {
  const faults: string[] = [];
  const { kind, providerCode, requestId, costFen } = outcome;
  if (!outcomeKinds.has(kind)) faults.push(`${name}: unknown outcome`);
  if (!/^[\x21-\x7e]{1,64}$/.test(providerCode)) faults.push(`${name}: the provider code is not 1-64 plain characters`);
  if (!/^[\x21-\x7e]{1,128}$/.test(requestId)) faults.push(`${name}: the request id is not 1-128 plain characters`);
  if (costFen < 0n) faults.push(`${name}: a negative cost`);
  if (kind === 'retryable-error' && costFen !== 0n) faults.push(`${name}: an answer not given is charged`);
  const text = `${providerCode} ${requestId}`;
  for (const value of Object.values(request)) {
    if (typeof value === 'string' && value.length > 1 && text.includes(value)) {
      faults.push(`${name}: the answer carries personal data of the request`);
    }
  }
  return faults;
}

async function sampleFaults(provider: IdentityProvider, sample: Sample): Promise<string[]> {
  const first = await sample.ask(provider, callOf(`${sample.name.replaceAll(' ', '-')}-a`));
  const faults = answerFaults(sample, first);
  if (first.kind !== sample.kind) faults.push(`${sample.name}: ${first.kind} instead of ${sample.kind}`);
  const again = await sample.ask(provider, callOf(`${sample.name.replaceAll(' ', '-')}-b`));
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
  const asked = sample.ask(provider, callOf('aborted', abort.signal)).then(
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
export async function providerFaults(create: () => IdentityProvider, samples: ConformanceSamples): Promise<string[]> {
  const provider = create();
  const faults: string[] = [];
  if (!/^[a-z][a-z0-9-]{1,40}$/.test(provider.name)) faults.push('the name is not kebab-case');
  if (!Number.isInteger(provider.concurrency) || provider.concurrency < 1) faults.push('the concurrency is no count');
  const all = samplesOf(samples);
  if (all.length === 0) faults.push('no samples were given');
  for (const sample of all) {
    faults.push(...(await sampleFaults(provider, sample)));
    faults.push(...(await abortFaults(provider, sample)));
  }
  return faults;
}
