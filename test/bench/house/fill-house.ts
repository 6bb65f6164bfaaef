import { join } from 'node:path';
import { type Settings } from '@demarche/base';
import { writerOptions } from '@demarche/store';
import { DataSource } from 'typeorm';
import { BulkWriter } from './bulk-writer';
import { Chance } from './chance';
import { writeDeadlines } from './deadline-rows';
import { type Hand, type HousePlaces, layPlaces } from './house-places';
import type { HouseSize } from './house-size';
import { writeLog } from './log-rows';
import { writePapers } from './paper-rows';
import { type PlanWork, writePlan } from './plan-rows';
import { at, SeasonDays } from './season-days';
import { TrailRows } from './trail-rows';

/** Who works in a generated house; the first of each role is a demo person. */
export interface FilledHouse extends HousePlaces {
  plans: string[];
}

const NOTICES_A_YEAR = 20;

/**
 * Fills a migrated database that holds the register with plans and all that hangs on them, through a connection of its
 * own and past the services; whoever serves the database meanwhile must be idle. Rows follow from the size alone.
 */
export async function fillHouse(settings: Settings, size: HouseSize): Promise<FilledHouse> {
  const source = await new DataSource(writerOptions(settings, [])).initialize();
  try {
    let filled: FilledHouse | null = null;
    await BulkWriter.within(source, async (writer) => {
      filled = await fill(writer, size, join(settings.varFolder, 'audit-anchors.jsonl'));
    });
    if (!filled) throw new Error('Nothing was filled.');
    return filled;
  } finally {
    await source.destroy();
  }
}

async function fill(writer: BulkWriter, size: HouseSize, anchors: string): Promise<FilledHouse> {
  const places = await layPlaces(writer, size);
  const trail = await TrailRows.after(writer);
  const manager = places.hands.find(({ role }) => role === 'manager') as Hand;
  const plans: string[] = [];
  for (const reportYear of places.reportYears) {
    const days = new SeasonDays(reportYear, size.today);
    for (const [index, place] of places.countries.entries()) {
      const chance = new Chance(size.seed + reportYear * 1_009 + index * 7_919);
      plans.push(writeWhole({ writer, trail, chance, size, days, place, managerId: manager.id }, index));
      await writer.settle();
    }
    writeNotices({ writer, places, days, size });
    await writer.flush();
    await trail.anchor(anchors, at(days.past(new Chance(reportYear))));
  }
  return { ...places, plans };
}

function writeWhole(work: PlanWork, index: number): string {
  const plan = writePlan(work);
  writeLog(work, plan);
  writeDeadlines(work, plan);
  writePapers(work, plan, index);
  return plan.id;
}

interface NoticeWork extends Pick<PlanWork, 'writer' | 'days' | 'size'> {
  places: HousePlaces;
}

function writeNotices({ writer, places, days, size }: NoticeWork): void {
  const chance = new Chance(size.seed + days.reportYear);
  for (const hand of places.hands)
    for (let number = 1; number <= NOTICES_A_YEAR; number += 1) {
      const createdAt = at(days.past(chance));
      const readAt = days.isCurrent && number === 1 ? null : createdAt;
      const text = `A deadline was given to you (${number}).`;
      writer.add('notices', {
        id: chance.id(createdAt),
        userId: hand.id,
        text,
        link: '/deadlines',
        createdAt,
        readAt,
      });
    }
}
