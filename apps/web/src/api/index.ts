import type { Type } from '@nestjs/common';
import { HealthApi } from './health.api';

/** Every door for machines. */
export const API_DOORS: Type[] = [HealthApi];
