export { areaOf, securityHeaders, type Area } from './areas';
export { checkNames, controls, type CheckName, type Control } from './controls';
export { isCrossSiteWrite, type RequestOrigin } from './cross-site';
export { requestLimits } from './request-limits';
