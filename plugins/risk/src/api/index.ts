export { decisions } from '../domain';
