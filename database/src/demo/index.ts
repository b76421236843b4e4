export { generateDemo } from './generate-demo';
