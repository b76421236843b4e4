import type { Template } from '../template';
import { enterpriseCooperation } from './enterprise-cooperation';
import { taxAgency } from './tax-agency';
import { workerService } from './worker-service';

/** Every version ever published by us, oldest first. A changed text is a new version beside the old one. */
export const publishedTemplates: readonly Template[] = [enterpriseCooperation, workerService, taxAgency];
