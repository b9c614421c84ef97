using Outreach.Content.Dialogs.Expressions;

namespace Outreach.Content.Tests.Expressions;

public class RefusalTests
{
    [Theory]
    [InlineData("", 2300, "character 1: expected a value, found the end")]
    [InlineData("1 +", 2300, "character 4: expected a value, found the end")]
    [InlineData("1 2", 2300, "character 3: expected an operator, found 2")]
    [InlineData("(1", 2300, "character 3: expected ), found the end")]
    [InlineData("1)", 2300, "character 2: expected an operator, found )")]
    [InlineData("concat('a' 'b')", 2300, "character 12: expected ), found a text")]
    [InlineData("concat('a',)", 2300, "character 12: expected a value, found )")]
    [InlineData("'abc", 2300, "character 1: the text that starts with ' has no end")]
    [InlineData("${age", 2300, "character 1: $ starts a reference like ${name}")]
    [InlineData("$age", 2300, "character 1: $ starts a reference like ${name}")]
    [InlineData("${1a}", 2300, "character 1: a name in ${ } starts with a letter and holds letters, digits, _ - .")]
    [InlineData("${last-saved#age}", 2300, "character 1: a name in ${ } starts with a letter and holds letters, digits, _ - .")]
    [InlineData("'${age}'", 2311, "character 1: ${ } is not read inside quotes: use concat()")]
    [InlineData("1e5", 2300, "character 1: a number is written with digits and one point, without exponent")]
    [InlineData("1.2.3", 2300, "character 4: expected an operator, found .3")]
    [InlineData("${a} == 1", 2300, "character 7: expected a value, found =")]
    [InlineData("${a} = “x”", 2300, "character 8: use straight quotes, ' or \"")]
    [InlineData("!${a}", 2300, "character 1: ! alone is no operator: write != or not( )")]
    [InlineData("${a} && ${b}", 2300, "character 6: write and")]
    [InlineData("${a} # 1", 2300, "character 6: unexpected character #")]
    [InlineData("${a} * * 2", 2300, "character 8: expected a value, found *")]
    [InlineData("agee(1)", 2301, "character 1: unknown function agee()")]
    [InlineData("1 + Selected(${a}, 'x')", 2301, "character 5: unknown function Selected(), perhaps selected()")]
    [InlineData("selected(${a})", 2302, "character 1: selected() takes 2 arguments, found 1")]
    [InlineData("today(1)", 2302, "character 1: today() takes no arguments, found 1")]
    [InlineData("substring('a')", 2302, "character 1: substring() takes 2 to 3 arguments, found 1")]
    [InlineData("concat()", 2302, "character 1: concat() takes at least 1 argument, found 0")]
    [InlineData("weighted-checklist(1, 2, true())", 2302, "character 1: weighted-checklist() takes at least 4 arguments, then pairs, found 3")]
    [InlineData("weighted-checklist(1, 2, true(), 1, true())", 2302, "character 1: weighted-checklist() takes at least 4 arguments, then pairs, found 5")]
    [InlineData("../age", 2305, "character 1: the path ../age is not read: write ${name}, . for the answer itself, or position(..)")]
    [InlineData("1 + /data/age", 2305, "character 5: the path /data/age is not read: write ${name}, . for the answer itself, or position(..)")]
    [InlineData("..", 2305, "character 1: the path .. is not read: write ${name}, . for the answer itself, or position(..)")]
    [InlineData("${a}[1]", 2305, "character 5: the path [1] is not read: write ${name}, . for the answer itself, or position(..)")]
    [InlineData("${a} | ${b}", 2305, "character 6: the path | is not read: write ${name}, . for the answer itself, or position(..)")]
    [InlineData("count(3)", 2306, "character 7: count() counts the answers to a question: write count(${name})")]
    [InlineData("sum(${a} + 1)", 2306, "character 10: sum() counts the answers to a question: write sum(${name})")]
    [InlineData("position(${a})", 2306, "character 1: position() is read only as position(..)")]
    [InlineData("position()", 2306, "character 1: position() is read only as position(..)")]
    [InlineData("indexed-repeat(${a}, 'b', 1)", 2306, "character 22: indexed-repeat() needs ${question}, then ${repeat} and its index")]
    [InlineData("regex(${a}, ${b})", 2306, "character 13: the pattern of regex() must be a text in quotes")]
    [InlineData("regex(${a}, '(')", 2307, "character 13: ( is not a pattern")]
    [InlineData("regex(${a}, '(?=a)a')", 2307, "character 13: a pattern cannot look ahead, look behind or refer back: use two conditions joined by and")]
    [InlineData("regex(${a}, '(a{100}){100}')", 2307, "character 13: counts in a pattern go up to 1000, also multiplied inside each other")]
    [InlineData("jr:choice-name(${a}, 'b')", 2308, "character 1: jr:choice-name() is not offered: name the question in the text as a hole, the person's language chooses the label")]
    [InlineData("pulldata('a', 'b', 'c', 'd')", 2308, "character 1: pulldata() is not offered: put the rows into the choices")]
    [InlineData("format-date(today(), '%A')", 2309, "character 22: %A is no part of a date: %Y %y %m %n %b %d %e %a %H %h %M %S %3 and %% are")]
    [InlineData("format-date(today(), '%')", 2309, "character 22: % at the end is no part of a date: %Y %y %m %n %b %d %e %a %H %h %M %S %3 and %% are")]
    [InlineData("age > 17", 2310, "character 1: age is neither a question nor a text: write ${age} or 'age'")]
    [InlineData("${a} = true", 2310, "character 8: true is neither a question nor a text: write true( )")]
    [InlineData("and", 2310, "character 1: and is neither a question nor a text: write ${and} or 'and'")]
    public void Says_where_and_why(string expression, int code, string message)
    {
        var problem = Assert.Single(ExpressionParser.Parse(expression, "arrival.yaml:12").Problems);
        Assert.Equal($"arrival.yaml:12: {code}: {message}; correct the expression there", problem.ToString());
    }

    [Theory]
    [InlineData("'€'")]
    [InlineData("${geschwister-zahl.2}")]
    [InlineData("${نام}")]
    [InlineData("${ age }")]
    [InlineData("'%Y'")]
    [InlineData(".5")]
    [InlineData("5.")]
    [InlineData(".>=.5")]
    public void Reads_what_only_looks_odd(string expression) =>
        Assert.True(ExpressionParser.Parse(expression, "").Ok);
}
