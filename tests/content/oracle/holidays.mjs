// The public holidays of a few countries and years, as another calendar has them. Usage: node holidays.mjs de,bg 2026,2027 > days.json
import Holidays from 'date-holidays';

const [places, years] = process.argv.slice(2).map((list) => list.split(','));
process.stdout.write(JSON.stringify(Object.fromEntries(places.map((place) => [place, years.flatMap((year) =>
    new Holidays(place.toUpperCase()).getHolidays(Number(year)).filter((h) => h.type === 'public').map((h) => h.date.slice(0, 10)))]))));
