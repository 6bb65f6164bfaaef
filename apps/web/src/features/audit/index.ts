import type { Feature } from '../../http/feature';
import { AuditApi } from './audit.api';
import { AuditModel } from './audit.model';
import { AuditPage } from './audit.page';
import { PlanSubjects, SubjectNames } from './subject-names';

/** The trail: pages, machines’ doors, and what builds them. */
export const AUDIT: Feature = {
  controllers: [AuditApi, AuditPage],
  providers: [AuditModel, PlanSubjects, SubjectNames],
};
