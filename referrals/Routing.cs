using System.Collections.Frozen;

namespace Outreach.Referrals;

/// <summary>Which office is responsible, and which programmes are complaints. Rules from the place only; never who the person is.</summary>
/// <param name="Offices">Region by place.</param>
/// <param name="Otherwise">The region of every other place, and of an unknown one.</param>
/// <param name="Complaints">Programmes that go to the complaints queue.</param>
public sealed record Routing(FrozenDictionary<string, string> Offices, string Otherwise, FrozenSet<string> Complaints)
{
    /// <summary>The responsible office.</summary>
    public string RegionOf(string? place) => place is not null && Offices.TryGetValue(place, out var region) ? region : Otherwise;

    /// <summary>Who works on it.</summary>
    public QueueName QueueOf(string programme) => Complaints.Contains(programme) ? QueueName.Complaints : QueueName.Team;
}
