using Outreach.Bot;

try
{
    await using var bot = Bot.Create(args);
    await bot.RunAsync();
    return 0;
}
catch (CannotStartException why)
{
    await Console.Error.WriteLineAsync(why.Message);
    return 1;
}
