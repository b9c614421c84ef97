using Outreach.Content.Dialogs;
using Outreach.Content.Directory;
using Outreach.Content.Programmes;

namespace Outreach.Content.Checks;

/// <summary>Checks of places, contacts and programmes against each other.</summary>
internal static class DirectoryChecks
{
    public static IEnumerable<Remark> NobodyInAnEmergency(Book book, DateOnly today) =>
        book.Places.Keys.Where(p => book.Contacts.For(p, "emergency").IsEmpty).Select(p => Remark.Error(CheckProblems.NobodyInAnEmergency(p)));

    /// <summary>One remark a contact; one for the whole table of countries, whose numbers are looked up on one day.</summary>
    public static IEnumerable<Remark> CheckedLongAgo(Book book, DateOnly today)
    {
        var old = book.Contacts.All.Where(c => ContactText.FactOf(c).Until < today).ToLookup(c => c.Place == Contacts.World || book.Places.ContainsKey(c.Place));
        return old[true].Select(c => Remark.Warning(CheckProblems.CheckedLongAgo(c.Id, c.Checked)))
            .Concat(old[false].Take(1).Select(c => Remark.Warning(CheckProblems.TableCheckedLongAgo(c.Checked))));
    }

    /// <summary>Short numbers of the table of countries are compared with libphonenumber's in its own test.</summary>
    public static IEnumerable<Remark> NumbersThatCannotBeDialled(Book book, DateOnly today)
    {
        var codes = book.Countries.CallingCodes;
        return from contact in book.Contacts.All
               where contact.Number is not null && !NumberRules.CanBeDialled(contact.Place, contact.Number, codes)
               select Remark.Error(CheckProblems.NoSuchNumber(contact.Id, contact.Number!));
    }

    public static IEnumerable<Remark> Programmes(Book book, DateOnly today)
    {
        foreach (var programme in book.Programmes)
        {
            var where = $"programmes/{programme.Id}/programme.yaml";
            foreach (var place in programme.Places.Where(p => p != ProgrammeReader.Anywhere && !book.Places.ContainsKey(p)))
                yield return Remark.Error(DirectoryProblems.NoSuchPlace(where, place));
            foreach (var contact in programme.Contacts.Where(c => book.Contacts.Find(c) is null))
                yield return Remark.Error(DirectoryProblems.NoSuchContact(where, contact));
            if (programme.Dialog is { } dialog && (!book.Dialogs.TryGetValue(dialog, out var found) || found.Programme != programme.Id))
                yield return Remark.Error(CheckProblems.NoSuchDialog(programme.Id, dialog));
        }
    }
}
