import type { Type } from '@nestjs/common';

/** Every door for machines. */
export const API_DOORS: Type[] = [];
