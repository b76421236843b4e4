import type { Role } from '@linggong/config/access';
import type { Lifecycle } from '@linggong/core/domain';

export const workerStates = ['registered', 'active', 'blocked', 'suspended', 'deregistered', 'erased'] as const;
export type WorkerState = (typeof workerStates)[number];

export const workerActions = [
  'verify',
  'block',
  'suspend',
  'resume',
  'deregister',
  'return',
  'correct',
  'erase',
] as const;
export type WorkerAction = (typeof workerActions)[number];

/**
 * The life of a worker (灵活用工人员). Only a verified identity makes him active, and only an active worker is paid
 * (R3.2: failures block). Who was deregistered may return – one person has one row for life – and is verified anew before
 * he is paid. Somebody who has left is kept by law alone, and erased when the last term ends: that is for good, and who comes back then is
 * somebody new. `verify` and `block` follow from real-name checks and are never pressed by a person.
 */
export const workerLifecycle: Lifecycle<WorkerState, WorkerAction, Role> = {
  name: { zh: '灵活用工人员', en: 'Worker' },
  initial: 'registered',
  states: workerStates,
  transitions: {
    verify: { from: ['registered', 'blocked'], to: 'active', by: 'system' },
    block: { from: ['registered', 'active'], to: 'blocked', by: 'system' },
    suspend: { from: ['active'], to: 'suspended', by: ['operator'] },
    resume: { from: ['suspended'], to: 'active', by: ['operator'] },
    deregister: {
      from: ['registered', 'active', 'blocked', 'suspended'],
      to: 'deregistered',
      by: ['operator', 'worker'],
    },
    // Another name is checked as at his registration.
    correct: { from: ['registered', 'active', 'blocked'], to: 'registered', by: 'system' },
    return: { from: ['deregistered'], to: 'registered', by: ['operator'] },
    erase: { from: ['deregistered'], to: 'erased', by: 'system' },
  },
};

/** Actions that people may ask for; the others belong to the platform. */
export const workerActionsByPeople = [
  'suspend',
  'resume',
  'deregister',
  'return',
] as const satisfies readonly WorkerAction[];
export type WorkerActionByPeople = (typeof workerActionsByPeople)[number];
