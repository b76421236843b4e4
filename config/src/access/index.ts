export { clearLook, elevationHoursMax, type ElevationOffer, type ElevationReach } from './elevation';
export { fieldRules, hiddenFields, hiddenFieldsOf } from './fields';
export type { FieldRule } from './field-rule';
export { elevationOffers, grantorDecides, matrix, offersClear, permissionsOf, reachOf, ruleFor } from './matrix';
export { isLimitName, rateLimits, type LimitName, type RateLimit } from './rate-limits';
export { decidingRoles } from './approval.matrix';
export {
  administratorRoles,
  isRole,
  outsideRoles,
  roleNames,
  roles,
  staffRoles,
  watchedRoles,
  workingRoles,
  type Role,
} from './roles';
export { decidersOf, type ApprovalMark, type ElevationMark, type Reach, type Rule } from './rule';
export { secondFactorRoles } from './second-factor';
export { signInPolicy, type SignInPolicy } from './sign-in-policy';
