package io.beanpole.deploy.aws;

/**
 * How busily an access is used.
 *
 * @param callsPerMinute requests in the last minute
 * @param dollarsPerMonth what a month of 30 days at this rate costs, at AWS's list prices and without free tiers
 */
public record Spending(long callsPerMinute, double dollarsPerMonth) {
    public static final Spending NONE = new Spending(0, 0);
}
