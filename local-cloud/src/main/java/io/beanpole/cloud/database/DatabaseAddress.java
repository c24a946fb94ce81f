package io.beanpole.cloud.database;

/**
 * How to reach the database; the names are those of Elastic Beanstalk's {@code RDS_…} properties.
 *
 * @see <a href="https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/using-features.managing.db.html">Databases</a>
 */
public record DatabaseAddress(String hostname, int port, String name, String username, String password) {
    @Override
    public String toString() {
        return "postgresql://" + username + "@" + hostname + ":" + port + "/" + name;
    }
}
