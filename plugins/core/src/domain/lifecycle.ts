import { problem, type Problem, type Text2 } from './problem';

export interface Transition<S extends string, R extends string> {
  from: readonly S[];
  to: S;
  /** Roles that may ask for it; `system` for what only the platform itself does. */
  by: readonly R[] | 'system';
}

/**
 * The declared life of an entity: every state, and every action with the states it may start from. Nothing else moves a
 * state, so the table is the documentation.
 */
export interface Lifecycle<S extends string = string, A extends string = string, R extends string = string> {
  readonly name: Text2;
  readonly initial: S;
  readonly states: readonly S[];
  readonly transitions: Readonly<Record<A, Transition<S, R>>>;
}

export type Step<S extends string, A extends string> = { ok: true; to: S } | { ok: false; allowed: A[] };

/** Actions that may start from a state, in table order. */
export function allowedActions<S extends string, A extends string>(lifecycle: Lifecycle<S, A>, state: S): A[] {
  // Object.keys forgets the key type; the record type of `transitions` guarantees it.
  const actions = Object.keys(lifecycle.transitions) as A[];
  return actions.filter((action) => lifecycle.transitions[action].from.includes(state));
}

/** The state that an action leads to, or the actions allowed instead. */
export function step<S extends string, A extends string>(lifecycle: Lifecycle<S, A>, state: S, action: A): Step<S, A> {
  const transition = lifecycle.transitions[action];
  if (transition?.from.includes(state)) return { ok: true, to: transition.to };
  return { ok: false, allowed: allowedActions(lifecycle, state) };
}

/** 409 that names the state and what is allowed from it. */
export function illegalTransition<S extends string, A extends string>(
  lifecycle: Lifecycle<S, A>,
  state: S,
  action: A,
): Problem {
  const allowed = allowedActions(lifecycle, state);
  const list = allowed.length > 0 ? allowed.join(', ') : '–';
  return problem(
    409,
    'illegal-transition',
    {
      zh: `${lifecycle.name.zh}当前状态“${state}”不能执行“${action}”，可执行：${list}`,
      en: `${lifecycle.name.en} in state "${state}" cannot "${action}"; allowed: ${list}`,
    },
    { extra: { state, action, allowed } },
  );
}

/** Faults of a lifecycle table itself (unknown or unreachable states, dead initial state); empty when it is sound. */
export function validateLifecycle(lifecycle: Lifecycle): string[] {
  const known = new Set(lifecycle.states);
  const faults: string[] = [];
  if (!known.has(lifecycle.initial)) faults.push(`initial state ${lifecycle.initial} is not declared`);
  for (const [action, { from, to }] of Object.entries(lifecycle.transitions)) {
    for (const state of [...from, to]) if (!known.has(state)) faults.push(`${action}: unknown state ${state}`);
    if (from.length === 0) faults.push(`${action}: starts nowhere`);
  }
  const reached = reachable(lifecycle);
  for (const state of lifecycle.states) if (!reached.has(state)) faults.push(`state ${state} is never reached`);
  return faults;
}

function reachable(lifecycle: Lifecycle): Set<string> {
  const reached = new Set([lifecycle.initial]);
  // Each round adds at least one state or ends, so the number of states bounds the loop.
  for (let round = 0; round < lifecycle.states.length; round += 1) {
    for (const { from, to } of Object.values(lifecycle.transitions)) {
      if (from.some((state) => reached.has(state))) reached.add(to);
    }
  }
  return reached;
}
