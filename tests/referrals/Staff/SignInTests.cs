using System.Text;
using Outreach.Content.Protection;
using Outreach.Content.Storage;
using Outreach.Localization;
using Outreach.Referrals.Staff;
using Outreach.Referrals.Storage;
using Outreach.Tests.Support;

namespace Outreach.Referrals.Tests.Staff;

public sealed class SignInTests : IAsyncLifetime
{
    private readonly Workplace _office = new();

    public async Task InitializeAsync() => await _office.Is("amira", StaffRole.CaseWorker, "ly");

    public async Task DisposeAsync() => await _office.DisposeAsync();

    [Fact]
    public async Task A_session_lasts_twelve_hours()
    {
        var token = Samples.Must(await _office.Desk.SignIn(Right(), "here", default)).Token;

        Assert.Equal("amira", _office.Desk.Who(token)!.Name);
        _office.Clock.Now += TimeSpan.FromHours(12);
        Assert.Null(_office.Desk.Who(token));
        Assert.Null(_office.Desk.Who("guess"));
    }

    [Fact]
    public async Task A_desk_that_asks_counts_as_staffed()
    {
        var token = Samples.Must(await _office.Desk.SignIn(Right(), "here", default)).Token;
        Assert.False(_office.Duty.AnyoneOnDuty(Samples.Now));

        _office.Desk.Who(token);

        Assert.True(_office.Duty.AnyoneOnDuty(Samples.Now.AddMinutes(2)));
        Assert.False(_office.Duty.AnyoneOnDuty(Samples.Now.AddMinutes(3)));
    }

    [Theory]
    [InlineData("amira", "wrong password")]
    [InlineData("nobody", Workplace.Password)]
    [InlineData("", "")]
    public async Task Name_and_password_are_refused_with_the_same_words(string name, string password) =>
        Assert.Equal(3050, (await _office.Desk.SignIn(new SignInRequest(name, password), "here", default)).Problems[0].Code);

    [Theory]
    [InlineData("amira")]
    [InlineData("nobody")]
    public async Task Guessing_takes_longer_each_time_whether_the_name_exists_or_not(string name)
    {
        for (var i = 0; i < 4; i++)
            Assert.Equal(3050, Code(await _office.SignIn.Try(new SignInRequest(name, "wrong password"), default)));

        Assert.Equal(3051, Code(await _office.SignIn.Try(new SignInRequest(name, Workplace.Password), default)));
        _office.Clock.Now += TimeSpan.FromSeconds(2);
        Assert.Equal(name == "amira" ? 0 : 3050, Code(await _office.SignIn.Try(new SignInRequest(name, Workplace.Password), default)));
    }

    [Fact]
    public async Task One_address_cannot_try_all_names()
    {
        for (var i = 0; i < 20; i++)
            await _office.Desk.SignIn(new SignInRequest($"name{i}", "wrong password"), "one address", default);

        Assert.Equal(3051, (await _office.Desk.SignIn(Right(), "one address", default)).Problems[0].Code);
        Assert.True((await _office.Desk.SignIn(Right(), "another", default)).Ok);
    }

    [Fact]
    public async Task With_an_authenticator_app_a_code_works_once()
    {
        var address = Samples.Must(await _office.Staff.EnrolTotp("amira", Samples.Now, default));
        var secret = _office.Staff.Find("amira")!.Totp!;
        var code = Totp.Code(secret, Totp.StepOf(Samples.Now));

        Assert.StartsWith("otpauth://totp/Outreach:amira?secret=", address, StringComparison.Ordinal);
        Assert.Equal(3050, Code(await _office.SignIn.Try(Right(), default)));
        Assert.Equal(3050, Code(await _office.SignIn.Try(Right() with { Code = "000000" }, default)));
        Assert.Equal(0, Code(await _office.SignIn.Try(Right() with { Code = code }, default)));
        Assert.Equal(3050, Code(await _office.SignIn.Try(Right() with { Code = code }, default)));
    }

    [Fact]
    public async Task An_office_may_ask_everybody_for_an_app()
    {
        using var passwords = new Passwords(1000);

        Assert.Equal(3050, Code(await new SignIn(_office.Staff, passwords, _office.Clock) { NeedsTotp = true }.Try(Right(), default)));
    }

    [Theory]
    [InlineData(59, "94287082")]
    [InlineData(1111111109, "07081804")]
    [InlineData(1234567890, "89005924")]
    [InlineData(20000000000, "65353130")]
    public void Codes_are_those_of_the_standard(long seconds, string code) =>
        Assert.Equal(code, Totp.Code(Encoding.ASCII.GetBytes("12345678901234567890"), Totp.StepOf(DateTimeOffset.FromUnixTimeSeconds(seconds)), digits: 8));

    [Theory]
    [InlineData("the step before", -1, 0, true)]
    [InlineData("the step after", 1, 0, true)]
    [InlineData("two steps before", -2, 0, false)]
    [InlineData("one that was used", 0, 1, false)]
    public void One_step_of_tolerance_and_no_replay(string why, int shift, int used, bool accepted)
    {
        var secret = Encoding.ASCII.GetBytes("12345678901234567890");
        var step = Totp.StepOf(Samples.Now);

        Assert.True((Totp.Accept(secret, Totp.Code(secret, step + shift), Samples.Now, used == 0 ? 0 : step) is not null) == accepted, why);
    }

    [Fact]
    public async Task Passwords_are_kept_with_600_000_rounds_and_their_own_salt()
    {
        using var passwords = new Passwords();

        var (one, other) = (await passwords.Hash("a long enough one", default), await passwords.Hash("a long enough one", default));

        Assert.StartsWith("pbkdf2-sha256|600000|", one, StringComparison.Ordinal);
        Assert.NotEqual(one, other);
        Assert.True(await passwords.Check("a long enough one", one, default));
        Assert.False(await passwords.Check("another one", one, default));
    }

    [Fact]
    public async Task The_first_account_is_made_while_the_bot_is_stopped()
    {
        using var folder = new TemporaryFolder();
        using var keys = KeyRing.Fresh();
        var file = folder.File("outreach.db");
        using (var accounts = Samples.Must(OfflineAccounts.Open(file, ReferralMigrations.All, keys, TimeProvider.System, new Passwords(1000))))
        {
            Assert.Equal(3053, Code(await accounts.CreateFirst("root", "short", default)));
            Assert.Equal(StaffRole.Administrator, Samples.Must(await accounts.CreateFirst("root", Workplace.Password, default)).Role);
            Assert.Equal(3055, Code(await accounts.CreateFirst("root2", Workplace.Password, default)));
            Assert.Equal(3052, Code(await accounts.Create("root", StaffRole.CaseWorker, ["ly"], Workplace.Password, default)));
            Assert.True((await accounts.ResetPassword("root", "another long password", default)).Ok);
            Assert.Equal(3054, Code(await accounts.ResetPassword("nobody", Workplace.Password, default)));
            Assert.Equal(["root"], accounts.List().Select(a => a.Name));
            Assert.False(OfflineAccounts.Open(file, ReferralMigrations.All, keys, TimeProvider.System).Ok);         // the lock is taken
        }
    }

    private static SignInRequest Right() => new("amira", Workplace.Password);

    private static int Code<T>(Result<T> result) => result.Ok ? 0 : result.Problems[0].Code;
}
