import { Module } from '@nestjs/common';
import { CalendarRepository } from './calendar.repository';
import { Country } from './country.entity';
import { Cycle } from './cycle.entity';
import { CycleRepository } from './cycle.repository';
import { CycleWindows } from './cycle-windows.service';
import { HostHoliday } from './host-holiday.entity';
import { LeadPost } from './lead-post.entity';
import { Listing } from './listing.entity';
import { MilestoneRow } from './milestone.entity';
import { PlaceRepository } from './place.repository';
import { Post } from './post.entity';
import { RegisterKeeping } from './register-keeping.service';
import { Register } from './register.service';
import { ShippingRepository } from './shipping.repository';
import { Shipping } from './shipping.service';
import { TableImport } from './table-import.service';
import { WorkWeekRow } from './work-week.entity';

/** The tables of this room. */
export const registerEntities = [
  Country,
  Post,
  LeadPost,
  WorkWeekRow,
  HostHoliday,
  Cycle,
  MilestoneRow,
  Listing,
];

/** Opens the register; on the first start it fills itself with what ships. Needs the store and access. */
@Module({
  providers: [
    PlaceRepository,
    CalendarRepository,
    CycleRepository,
    ShippingRepository,
    Shipping,
    RegisterKeeping,
    TableImport,
    Register,
    CycleWindows,
  ],
  exports: [Register, CycleWindows],
})
export class RegisterModule {}
