import { strapiServer } from '@linggong/config';

export default () => strapiServer(process.env);
