/**
 * What ical.js reads in calendars: `node read_calendars.js ICAL_JS`, a JSON list of calendars at its input.
 *
 * It knows no time zone but those that a calendar brings along.
 */

import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const { default: ICAL } = await import(pathToFileURL(process.argv[2]).href);

/** A day, or an hour with its offset from UTC, as Python writes it. */
const inIso = (time) => {
  if (time.isDate) return time.toString();
  const minutes = time.utcOffset() / 60;
  const two = (number) => String(Math.trunc(Math.abs(number))).padStart(2, "0");
  return `${time.toString().replace("Z", "")}${minutes < 0 ? "-" : "+"}${two(minutes / 60)}:${two(minutes % 60)}`;
};

const seen = (component) => {
  const event = new ICAL.Event(component);
  const stamp = component.getFirstPropertyValue("dtstamp");
  return {
    uid: event.uid,
    summary: event.summary,
    location: event.location ?? "",
    begins: inIso(event.startDate),
    ends: inIso(event.endDate),
    zone: component.getFirstProperty("dtstart").getFirstParameter("tzid") ?? "",
    cancelled: component.getFirstPropertyValue("status") === "CANCELLED",
    version: event.sequence,
    stamp: inIso(stamp),
  };
};

const eventsOf = (text) => {
  const calendar = new ICAL.Component(ICAL.parse(text));
  ICAL.TimezoneService.reset();
  for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
  return calendar.getAllSubcomponents("vevent").map(seen);
};

const calendars = JSON.parse(readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(calendars.map(eventsOf)));
