import type { TranslationMessages } from 'react-admin';
import { reactAdmin } from './react-admin';
import { actions } from './actions';
import { approvals } from './approvals';
import { audit } from './audit';
import { auditStates } from './audit-states';
import { story } from './story';
import { bypass } from './bypass';
import { batch } from './batch';
import { configurations } from './configurations';
import { contracts } from './contracts';
import { decisionTable } from './decision-table';
import { delegations } from './delegations';
import { periodReviews } from './period-reviews';
import { news } from './news';
import { publicNotices } from './public-notices';
import { elevations } from './elevations';
import { explanations } from './explanations';
import { procedures } from './procedures';
import { visits } from './visits';
import { exports } from './exports';
import { guides } from './guides';
import { guideWords } from './guide-words';
import { inspections } from './inspections';
import { keeping } from './keeping';
import { keys } from './keys';
import { boards } from './boards';
import { kindEditors } from './kind-editors';
import { unmask } from './unmask';
import { materials } from './materials';
import { matrix } from './matrix';
import { mlps } from './mlps';
import { pages } from './pages';
import { people } from './people';
import { realName } from './real-name';
import { resources } from './resources';
import { riskDecisions } from './risk-decisions';
import { riskCases } from './risk-cases';
import { riskLists } from './risk-lists';
import { registration } from './registration';
import { security } from './security';
import { shell } from './shell';
import { states } from './states';
import { verification } from './verification';

const messages: TranslationMessages = {
  ...reactAdmin,
  ...shell,
  ...registration,
  ...security,
  ...states,
  ...resources,
  ...batch,
  ...pages,
  ...boards,
  ...actions,
  ...configurations,
  ...contracts,
  ...realName,
  ...people,
  ...riskCases,
  ...riskDecisions,
  ...riskLists,
  ...explanations,
  ...procedures,
  ...visits,
  ...exports,
  ...guides,
  ...guideWords,
  ...inspections,
  ...keeping,
  ...approvals,
  ...decisionTable,
  ...delegations,
  ...periodReviews,
  ...news,
  ...publicNotices,
  ...elevations,
  ...keys,
  ...kindEditors,
  ...unmask,
  ...audit,
  ...auditStates,
  ...story,
  ...bypass,
  ...materials,
  ...matrix,
  ...mlps,
  ...verification,
};

export default messages;
