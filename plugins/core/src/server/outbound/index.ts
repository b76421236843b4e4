export { guardedRequest, type OutboundReply, type OutboundWish } from './guarded-request';
export { OutboundRefused, type OutboundRefusal } from './outbound-refused';
