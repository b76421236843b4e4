import type { TranslationMessages } from 'react-admin';
import reactAdmin from 'ra-language-english';
import { actions } from './actions';
import { approvals } from './approvals';
import { audit } from './audit';
import { batch } from './batch';
import { contracts } from './contracts';
import { delegations } from './delegations';
import { elevations } from './elevations';
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
  ...delegations,
  ...elevations,
  ...keys,
  ...audit,
  ...matrix,
  ...verification,
};

export default messages;
