import { apiRoutes, consoleRoutes } from '@linggong/access';
import { billList, billRoutes } from './routes/bill-routes';
import { planList, planRoutes } from './routes/plan-routes';

export const routes = { api: apiRoutes([...planRoutes, ...billRoutes]), console: consoleRoutes([planList, billList]) };
