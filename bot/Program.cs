using Outreach.Bot;

try
{
    await using var bot = Bot.Create(args);
    await Bot.Run(bot);
    return 0;
}
catch (CannotStartException why)
{
    await Console.Error.WriteLineAsync(why.Message);
    return 1;
}
