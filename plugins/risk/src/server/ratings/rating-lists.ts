import { consoleResource } from '@linggong/access';
import { clockOf } from '@linggong/core';
import { shanghaiDay } from '@linggong/core/domain';
import {
  creditModes,
  creditOutcomes,
  creditSources,
  offboardingStates,
  overrideStates,
  ratingClasses,
  ratingMovements,
} from '../../api/ratings';
import { registerStates } from '../../domain/ratings';
import { readCreditCheck } from './credit-rows';
import { offboardingAnswerOf, offboardingFrom } from './offboarding-rows';
import { overrideFrom, overrideState, readOverride } from './override';
import { ratingSourcesOf } from './rating-sources';
import { readRating } from './read-rating';

const today = `(now() AT TIME ZONE 'Asia/Shanghai')::date`;

/** Every enterprise with the class that holds: a row has the number of its enterprise. */
const ratings = consoleResource({
  name: 'enterprise-ratings',
  resource: 'enterprise-rating',
  from: `parties.published_enterprise_facts e LEFT JOIN risk.rating_heads h ON h.enterprise_id = e.enterprise_id
    LEFT JOIN risk.ratings r ON r.id = h.rating_id`,
  columns: {
    id: { sql: 'e.enterprise_id', filter: 'relation', sort: true },
    number: { sql: 'e.number', filter: 'prefix', sort: true },
    name: { sql: 'e.name', filter: 'text', searched: true },
    state: {
      sql: 'e.state',
      filter: 'enum',
      values: ['draft', 'submitted', 'rejected', 'approved', 'active', 'suspended', 'offboarded'],
    },
    class: { sql: 'h.class', filter: 'enum', values: [...ratingClasses], sort: true },
    computedClass: { sql: 'r.computed_class' },
    score: { sql: 'r.score', filter: 'number', sort: true },
    movement: {
      sql: `CASE WHEN r.id IS NULL THEN NULL WHEN r.previous_class IS NULL THEN 'new' WHEN r.class > r.previous_class THEN 'down'
        WHEN r.class < r.previous_class THEN 'up' ELSE 'same' END`,
      filter: 'enum',
      values: [...ratingMovements],
    },
    previousClass: { sql: 'r.previous_class' },
    since: { sql: 'h.since', filter: 'day', sort: true },
    isOverridden: { sql: '(r.override_id IS NOT NULL)' },
    lookedAt: { sql: 'h.looked_at', filter: 'instant', sort: true },
  },
  order: { column: 'class', direction: 'DESC' },
  scope: (_account, scope) => (scope.kind === 'all' ? 'all' : 'none'),
  detail: (id, _account, db, { strapi }) => readRating(db, id, clockOf(strapi).now()),
});

const checks = consoleResource({
  name: 'credit-checks',
  resource: 'credit-check',
  from: `risk.credit_checks c JOIN parties.published_enterprise_facts e ON e.enterprise_id = c.enterprise_id`,
  columns: {
    id: { sql: 'c.id', filter: 'relation', sort: true },
    number: { sql: 'c.number', filter: 'prefix', sort: true },
    enterpriseId: { sql: 'c.enterprise_id', filter: 'relation' },
    enterpriseName: { sql: 'e.name' },
    source: { sql: 'c.source', filter: 'enum', values: [...creditSources] },
    mode: { sql: 'c.mode', filter: 'enum', values: [...creditModes] },
    outcome: { sql: 'c.outcome', filter: 'enum', values: [...creditOutcomes] },
    registerState: { sql: 'c.register_state', filter: 'enum', values: [...registerStates] },
    dishonest: { sql: 'c.dishonest' },
    abnormal: { sql: 'c.abnormal' },
    changed: { sql: 'jsonb_array_length(c.changes)' },
    costFen: { sql: 'c.cost_fen' },
    checkedBy: { sql: 'c.checked_by' },
    checkedAt: { sql: 'c.checked_at', filter: 'instant', sort: true },
  },
  scope: (_account, scope) => (scope.kind === 'all' ? 'all' : 'none'),
  detail: (id, _account, db) => readCreditCheck(db, id),
});

const overrides = consoleResource({
  name: 'rating-overrides',
  resource: 'rating-override',
  from: overrideFrom,
  columns: {
    id: { sql: 'o.id', filter: 'relation', sort: true },
    number: { sql: 'o.number', filter: 'prefix', sort: true },
    enterpriseId: { sql: 'o.enterprise_id', filter: 'relation' },
    enterpriseNumber: { sql: 'e.number' },
    class: { sql: 'o.class', filter: 'enum', values: [...ratingClasses] },
    reason: { sql: 'o.reason' },
    startsOn: { sql: 'o.starts_on', filter: 'day', sort: true },
    endsOn: { sql: 'o.ends_on', filter: 'day', sort: true },
    state: { sql: overrideState(today), filter: 'enum', values: [...overrideStates] },
    createdName: { sql: 'o.created_name' },
    createdAt: { sql: 'o.created_at', filter: 'instant', sort: true },
  },
  scope: (_account, scope) => (scope.kind === 'all' ? 'all' : 'none'),
  detail: (id, _account, db, { strapi }) => readOverride(db, id, shanghaiDay(clockOf(strapi).now())),
});

const offboardings = consoleResource({
  name: 'risk-offboardings',
  resource: 'risk-offboarding',
  from: offboardingFrom,
  columns: {
    id: { sql: 'f.id', filter: 'relation', sort: true },
    number: { sql: 'f.number', filter: 'prefix', sort: true },
    enterpriseId: { sql: 'f.enterprise_id', filter: 'relation' },
    enterpriseName: { sql: 'e.name' },
    caseId: { sql: 'f.case_id' },
    caseNumber: { sql: 'k.number' },
    state: { sql: 'f.state', filter: 'enum', values: [...offboardingStates], sort: true },
    openedAt: { sql: 'f.opened_at', filter: 'instant', sort: true },
    settledAt: { sql: 'f.settled_at' },
    endedAt: { sql: 'f.ended_at', sort: true },
  },
  scope: (_account, scope) => (scope.kind === 'all' ? 'all' : 'none'),
  detail: (id, _account, db, { strapi }) =>
    offboardingAnswerOf(db, ratingSourcesOf(strapi).money, id, shanghaiDay(clockOf(strapi).now())),
});

export const ratingLists = [ratings, checks, overrides, offboardings];
