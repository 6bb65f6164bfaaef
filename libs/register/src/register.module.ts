import { Module } from '@nestjs/common';
import { CalendarRepository } from './calendar/calendar.repository';
import { Country } from './places/country.entity';
import { Cycle } from './cycles/cycle.entity';
import { CycleRepository } from './cycles/cycle.repository';
import { HostHoliday } from './calendar/host-holiday.entity';
import { LeadPost } from './places/lead-post.entity';
import { Listing } from './cycles/listing.entity';
import { MilestoneRow } from './cycles/milestone.entity';
import { PlaceInCycleRepository } from './place-in-cycle.repository';
import { PlaceRepository } from './places/place.repository';
import { Post } from './places/post.entity';
import { CalendarKeeping } from './calendar/calendar-keeping.service';
import { CycleWindows } from './cycles/cycle-windows.service';
import { CycleKeeping } from './cycles/cycle-keeping.service';
import { PlaceKeeping } from './places/place-keeping.service';
import { Register } from './register.service';
import { ShippingRepository } from './shipped/shipping.repository';
import { Shipping } from './shipped/shipping.service';
import { TableImport } from './tables/table-import.service';
import { WorkWeekRow } from './calendar/work-week.entity';

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
    PlaceInCycleRepository,
    ShippingRepository,
    Shipping,
    CalendarKeeping,
    CycleKeeping,
    PlaceKeeping,
    TableImport,
    Register,
    CycleWindows,
  ],
  exports: [Register, CycleWindows, CalendarKeeping, CycleKeeping, PlaceKeeping, TableImport],
})
export class RegisterModule {}
