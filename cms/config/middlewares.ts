import { strapiMiddlewares } from '@linggong/config';

export default strapiMiddlewares;
