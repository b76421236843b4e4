import { consoleRouter } from './console';
import { apiRouter } from './routes';

export default { routes: { api: apiRouter, console: consoleRouter } };
