import type { TranslationMessages } from 'react-admin';
import { reactAdmin } from './react-admin';
import { actions } from './actions';
import { approvals } from './approvals';
import { audit } from './audit';
import { bypass } from './bypass';
import { batch } from './batch';
import { contracts } from './contracts';
import { guides } from './guides';
import { keeping } from './keeping';
import { keys } from './keys';
import { matrix } from './matrix';
import { pages } from './pages';
import { realName } from './real-name';
import { resources } from './resources';
import { security } from './security';
import { shell } from './shell';
import { states } from './states';
import { verification } from './verification';

const messages: TranslationMessages = {
  ...reactAdmin,
  ...shell,
  ...security,
  ...states,
  ...resources,
  ...batch,
  ...pages,
  ...actions,
  ...contracts,
  ...realName,
  ...guides,
  ...keeping,
  ...approvals,
  ...keys,
  ...audit,
  ...bypass,
  ...matrix,
  ...verification,
};

export default messages;
