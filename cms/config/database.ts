import { strapiDatabase } from '@linggong/config';

export default () => strapiDatabase(process.env);
