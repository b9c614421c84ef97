using Outreach.Content.Dialogs;

namespace Outreach.Referrals.Tests;

public class IntakeTests
{
    [Theory]
    [InlineData("a stranded adult", "stranded", "age=18_59; missing=food bed; company=small_children; people=3; called=Amal", false, false, 0)]
    [InlineData("a child in the child route", "child", "child_company=alone; child_danger=no", true, false, 0)]
    [InlineData("a child may write to a person", "talk", "message=help", true, false, 0)]
    [InlineData("no child in a programme for adults", "stranded", "missing=food", true, false, 3004)]
    [InlineData("an age band says child even if the sender did not", "stranded", "age=15_17", false, false, 3004)]
    [InlineData("looking under 18 says so too", "stranded", "age=unsure_young", false, false, 3004)]
    [InlineData("no return while it is locked", "voluntary-return", "afraid=unsure", false, true, 3005)]
    [InlineData("return once protection staff opened the lock", "voluntary-return", "afraid=unsure; pressure=no", false, false, 0)]
    [InlineData("locked people may ask for everything else", "stranded", "missing=bed", false, true, 0)]
    [InlineData("an answer nobody asked", "stranded", "religion=any", false, false, 3006)]
    [InlineData("a question of another dialog", "stranded", "home_country=any", false, false, 3006)]
    [InlineData("a choice that is not offered", "stranded", "afraid=very", false, false, 3007)]
    [InlineData("one of several choices that is not offered", "stranded", "missing=food gold", false, false, 3007)]
    public void Takes_or_refuses(string why, string dialog, string answers, bool child, bool locked, int problem)
    {
        var draft = Intake.Read(Samples.Book, Samples.Routing, Samples.Submission(dialog, answers, child, locked), oral: false);

        Assert.True((draft.Ok ? 0 : draft.Problems[0].Code) == problem, $"{why}: {string.Join(", ", draft.Problems)}");
    }

    [Fact]
    public void Without_a_record_of_consent_nothing_is_taken()
    {
        var submission = Samples.Submission("stranded");

        Assert.Equal(3003, Problem(submission with { Consent = null! }));
        Assert.Equal(3003, Problem(submission with { Consent = Samples.Consent with { TextHash = "" } }));
        Assert.Equal(3003, Problem(submission with { Consent = Samples.Consent with { Purposes = [] } }));
        Assert.Equal(3003, Problem(submission with { Consent = Samples.Consent with { Agencies = default } }));
    }

    [Fact]
    public void A_dialog_nobody_knows_is_refused() => Assert.Equal(3001, Problem(Samples.Submission("stranded") with { Dialog = "lottery" }));

    [Fact]
    public void A_dialog_under_the_name_of_another_programme_is_refused() =>
        Assert.Equal(3001, Problem(Samples.Submission("voluntary-return") with { Programme = "stranded" }));

    [Fact]
    public void Too_long_a_text_is_refused() => Assert.Equal(3007, Problem(Samples.Submission("stranded", $"called={new string('x', 61)}")));

    [Fact]
    public void What_staff_need_of_the_person_is_found_in_the_answers()
    {
        var person = Samples.Draft("stranded", "called=Amal; region=Gargaresh; helper=woman; contact_way=whatsapp; contact_number=+218911; contact_hours=evening morning; others_answer=neutral").Person;

        Assert.Equal(("Amal", "Gargaresh", "woman"), (person.Called, person.Area, person.Helper));
        Assert.Equal((ContactWay.WhatsApp, "+218911", OthersAnswer.Neutral), (person.Contact.Way, person.Contact.Number, person.Contact.Others));
        Assert.Equal([DayPart.Morning, DayPart.Evening], person.Contact.Hours.AsEnumerable());
    }

    [Fact]
    public void Who_has_no_phone_is_looked_for_where_the_kiosk_stands() =>
        Assert.Equal((ContactWay.Site, null), (Samples.Draft("stranded", "called=Amal; contact_way=site").Person.Contact.Way, Samples.Draft("stranded", "called=Amal; contact_way=site").Person.Contact.Number));

    [Theory]
    [InlineData("Libya has its office", "ly", "ly")]
    [InlineData("a place without office goes to the one for all others", "fr", "world")]
    [InlineData("so does an unknown place", null, "world")]
    public void The_office_follows_from_the_place(string why, string? place, string region) => Assert.True(Samples.Routing.RegionOf(place) == region, why);

    [Fact]
    public void Consent_that_staff_read_aloud_is_marked() =>
        Assert.True(Intake.Read(Samples.Book, Samples.Routing, Samples.Submission("stranded"), oral: true).Value!.Consent.Oral);

    private static int Problem(Submission submission) => Intake.Read(Samples.Book, Samples.Routing, submission, oral: false).Problems[0].Code;
}
