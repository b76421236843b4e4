export { areaOf, securityHeaders, type Area } from './areas';
export { isCrossSiteWrite, type RequestOrigin } from './cross-site';
export { requestLimits } from './request-limits';
